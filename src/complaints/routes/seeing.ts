import { isStaff, look, mayFor, type Permission, sightOf } from '../../access/public.ts'
import { personShown, personStrip } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { kindOf } from '../../platform/files.ts'
import type { Asked, FieldError, SentFile } from '../../platform/route.ts'
import { caseOf } from '../../requests/public.ts'
import type { Seen } from '../pages/shows.ts'
import { againsOf, chcStepsOf, lessonsOf } from '../queries/beside.ts'
import { complaintsOf } from '../queries/complaints.ts'
import { staffOf } from '../queries/staff.ts'
import { isComplainedOf } from '../rules/why-not.ts'
import type { Complaint } from '../types.ts'

export const numberAt = ({ at }: Asked, name = 'number'): number =>
  Number(/^\d{1,4}$/.exec(at[name] ?? '')?.[0] ?? 0)

/** Whoever is complained of does not read what colleagues note while they look into it. */
const notesFor = (doing: Doing, one: Complaint): Complaint =>
  isComplainedOf(one, doing.actor.id) ? { ...one, notes: [] } : one

/** The case of an address for who sees the whole record, or for staff who see its money; else null. */
export async function seen(doing: Doing, asked: Asked, page: string): Promise<Seen | null> {
  const found = await caseOf(doing, asked.at['reference'] ?? '')
  const person = found ? await personShown(doing, found.person) : null
  if (!found || !person) return null
  const [sight, staff] = [await sightOf(doing, found), isStaff(doing.actor)]
  if (sight !== 'all' && !(staff && sight === 'money')) return null
  const { organisation, person: id, reference } = found
  const complaints = (await complaintsOf(doing, reference)).map(one => notesFor(doing, one))
  const one = complaints.find(({ number }) => number === numberAt(asked)) ?? null
  if (asked.at['number'] !== undefined && one === null) return null
  await look(doing, { page, organisation, person: id, details: { budget: reference } })
  return {
    found,
    staff,
    whole: sight === 'all',
    complaints,
    one,
    agains: await againsOf(doing, reference),
    chc: await chcStepsOf(doing, reference),
    lessons: await lessonsOf(doing, reference),
    colleagues: staff ? await staffOf(doing, organisation) : [],
    strip: { person: { ...personStrip(person, doing.today), href: `/cases/${reference}` } },
  }
}

/** The family may what the routes let them; staff where they hold the role in the board of the case. */
export const mayHere = (doing: Doing, { found, staff, whole }: Seen, allow: Permission): boolean =>
  whole && (!staff || mayFor(doing, allow, found.organisation))

/** The file that came with a form; an error where it is of a kind that we do not take. */
export function fileOf({ files }: Asked): { file: SentFile | null; errors: readonly FieldError[] } {
  const file = files.find(one => one.field === 'file' && one.bytes.length > 0) ?? null
  if (file === null || kindOf(file.bytes) !== null) return { file, errors: [] }
  return {
    file: null,
    errors: [{ field: 'file', says: 'Choose a PDF, a picture (JPEG or PNG) or a plain text' }],
  }
}
