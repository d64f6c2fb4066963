/**
 * Version of the dialogs' stored state. Raise it with every change that a conversation parked in an older stack would not
 * survive: the old stack is then dropped with a kind sentence, and the draft report is kept.
 */
export const DIALOGS_VERSION = 2;
