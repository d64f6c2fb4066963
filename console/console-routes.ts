import type { ConsoleDependencies } from './dependencies.ts';
import type { Route } from './route.ts';
import { alertRoutes } from './routes/alerts.tsx';
import { articleEditRoutes } from './routes/article-edit.tsx';
import { articleRoutes } from './routes/articles.tsx';
import { auditRoutes } from './routes/audit.tsx';
import { conversationRoutes } from './routes/conversations.tsx';
import { evidenceRoutes } from './routes/evidence.tsx';
import { factRoutes } from './routes/facts.tsx';
import { figureRoutes } from './routes/figures.tsx';
import { indicatorRoutes } from './routes/indicators.ts';
import { invitationRoutes } from './routes/invitation.tsx';
import { missedQuestionRoutes } from './routes/missed-questions.tsx';
import { ownAccountRoutes } from './routes/own-account.tsx';
import { queueRoutes } from './routes/queue.tsx';
import { reportActRoutes } from './routes/report-acts.ts';
import { reportRoutes } from './routes/report.tsx';
import { searchRoutes } from './routes/search.tsx';
import { signInRoutes } from './routes/sign-in.tsx';
import { staffRoutes } from './routes/staff.tsx';
import { systemRoutes } from './routes/system.tsx';
import { zaloConsentRoutes } from './routes/zalo-consent.tsx';

/** Every page of the console with who may open it. What is not here does not exist. */
export function consoleRoutes(deps: ConsoleDependencies): readonly Route[] {
  return [
    ...signInRoutes(deps),
    ...invitationRoutes(deps),
    ...queueRoutes(deps),
    ...searchRoutes(deps),
    ...alertRoutes(deps),
    ...reportRoutes(deps),
    ...reportActRoutes(deps),
    ...indicatorRoutes(deps),
    ...evidenceRoutes(deps),
    ...conversationRoutes(deps),
    ...articleRoutes(deps),
    ...articleEditRoutes(deps),
    ...missedQuestionRoutes(deps),
    ...factRoutes(deps),
    ...figureRoutes(deps),
    ...ownAccountRoutes(deps),
    ...staffRoutes(deps),
    ...auditRoutes(deps),
    ...systemRoutes(deps),
    ...zaloConsentRoutes(deps),
  ];
}
