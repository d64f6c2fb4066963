import { AskDialog } from './ask-dialog.ts';
import { CheckDialog } from './check-dialog.ts';
import { EvidenceDialog } from './evidence-dialog.ts';
import { HumanDialog } from './human-dialog.ts';
import { MenuDialog } from './menu-dialog.ts';
import { OutOfScopeDialog } from './out-of-scope-dialog.ts';
import { PrivacyDialog } from './privacy-dialog.ts';
import { RefuseDialog } from './refuse-dialog.ts';
import { ReportDialog } from './report-dialog.ts';
import { SosDialog } from './sos-dialog.ts';
import { ThreadDialog } from './thread-dialog.ts';
import { TrackDialog } from './track-dialog.ts';
import { UnknownDialog } from './unknown-dialog.ts';
import { WelcomeDialog } from './welcome-dialog.ts';

/** Every dialog under the root, each with the id by which parked conversations know it. */
export const createDialogs = () => [
  new WelcomeDialog('welcome'),
  new MenuDialog('menu'),
  new AskDialog('ask'),
  new UnknownDialog('unknown'),
  new OutOfScopeDialog('out-of-scope'),
  new RefuseDialog('refuse'),
  new SosDialog('sos'),
  new ReportDialog('report'),
  new EvidenceDialog('evidence'),
  new TrackDialog('track'),
  new ThreadDialog('thread'),
  new CheckDialog('check'),
  new PrivacyDialog('privacy'),
  new HumanDialog('human'),
];
