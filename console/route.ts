import type { Request, RequestHandler, Response } from 'express';
import type { Role, StaffMember } from '../reports/staff.ts';

/** One call of a page that needs nobody signed in. */
export interface Visit {
  readonly request: Request;
  readonly response: Response;
  readonly now: Date;
  readonly staff: StaffMember | null;
  /** For what they half typed in their browser; null where nobody is signed in. */
  readonly draftKey: string | null;
  /** As residents see it. */
  readonly communeName: string;
}

export interface StaffVisit extends Visit {
  readonly staff: StaffMember;
}

interface RouteInfo {
  readonly method: 'get' | 'post';
  /** Below /console, in Express's notation. */
  readonly path: string;
  /** Called by the page itself again and again: does not count as somebody being there. */
  readonly background?: boolean;
  /** How often it may be called; run before anything else. */
  readonly limits?: readonly RequestHandler[];
}

export interface OpenRoute extends RouteInfo {
  readonly roles: 'everyone';
  readonly handler: (visit: Visit) => Promise<void> | void;
}

export interface StaffRoute extends RouteInfo {
  readonly roles: readonly [Role, ...Role[]];
  readonly handler: (visit: StaffVisit) => Promise<void> | void;
}

/** A page with those who may open it. There is no route without. */
export type Route = OpenRoute | StaffRoute;

/** A page for the roles named. */
export function route(page: StaffRoute): Route {
  return page;
}

/** A page that needs nobody signed in; there are few, and each says why. */
export function openRoute(page: Omit<OpenRoute, 'roles'>): Route {
  return { ...page, roles: 'everyone' };
}

export const OFFICERS = ['officer', 'admin'] as const;
export const EDITORS = ['editor', 'admin'] as const;
export const ADMINISTRATORS = ['admin'] as const;
export const ALL_STAFF = ['officer', 'editor', 'admin'] as const;

/** Thrown at start, never while serving. */
export class RouteError extends Error {
  override name = 'RouteError';
}

/** Refuses a table in which a page names no role or appears twice. */
export function checkRoutes(routes: readonly Route[]): readonly Route[] {
  const known = new Set<string>();
  for (const { method, path, roles } of routes) {
    const name = `${method.toUpperCase()} ${path}`;
    if (roles !== 'everyone' && roles.length < 1) throw new RouteError(`The page ${name} names no role`);
    if (known.has(name)) throw new RouteError(`The page ${name} is there twice`);
    known.add(name);
  }
  return routes;
}
