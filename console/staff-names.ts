import type { StaffRepository } from '../reports/staff.ts';

/** Of all staff, by id. */
export async function staffNames(staff: StaffRepository): Promise<ReadonlyMap<string, string>> {
  return new Map((await staff.list()).map(({ id, name }) => [id, name]));
}
