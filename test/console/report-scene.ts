import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import type { ResidentMessage } from '../../reports/delivery-ports.ts';
import type { Report } from '../../reports/report.ts';
import type { StaffMember } from '../../reports/staff.ts';
import { startConsole, type ConsoleServer } from './console-server.ts';
import { signedIn, type Visitor } from './visitor.ts';

/** An officer who is signed in, before the page of a report of its own for each test. */
interface ReportScene {
  readonly server: ConsoleServer;
  readonly officer: Visitor;
  readonly member: StaffMember;
  readonly report: Report;
  /** Of the report's page. */
  readonly path: string;
  stored(): Promise<Report>;
  /** What is on record about the report, newest first. */
  acts(): Promise<string[]>;
  /** What residents would be sent that names the report. */
  sentHere(): Promise<ResidentMessage[]>;
}

export function reportScene(): ReportScene {
  let server: ConsoleServer;
  let officer: Visitor;
  let member: StaffMember;
  let report: Report;
  beforeAll(async () => {
    server = await startConsole();
    ({ visitor: officer, member } = await signedIn(server, 'officer'));
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    report = await server.addReport();
    server.forecast.next = 'now';
  });
  return {
    get server() {
      return server;
    },
    get officer() {
      return officer;
    },
    get member() {
      return member;
    },
    get report() {
      return report;
    },
    get path() {
      return `/console/bao-cao/${report.id}`;
    },
    stored: async () => {
      const found = await server.deps.reports.byId(report.id);
      if (found === null) throw new Error('The report is gone');
      return found;
    },
    acts: async () =>
      (await server.deps.audit.ofSubject(`report:${report.id}`, 50)).map(({ action }) => action),
    sentHere: async () => (await server.sent()).filter(({ text }) => text.includes(report.code)),
  };
}
