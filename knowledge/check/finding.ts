/** Something an editor has to put right: where it is, and what is wrong, in one line. */
export type Finding = { where: string; what: string };

export const finding = (where: string, what: string): Finding => ({ where, what });
