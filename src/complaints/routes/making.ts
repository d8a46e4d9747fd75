import type { Route } from '../../access/public.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { relationshipsOf } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { type Read, typedDay } from '../../platform/forms.ts'
import type { Typed } from '../../platform/route.ts'
import { makeComplaint, type NewComplaint } from '../actions/make.ts'
import { ownForm, staffForm } from '../forms.ts'
import { OwnFields, StaffFields } from '../pages/fields.tsx'
import type { Seen } from '../pages/shows.ts'
import type { Maker } from '../types.ts'
import { stepRoutes, toCase } from './step.ts'

/** As what somebody of the family complains: only who stands for the person needs no consent. */
async function makerOf(doing: Doing, { found }: Seen): Promise<Maker> {
  const { person } = doing.actor
  if (person === found.person) return 'person'
  const bond = (await relationshipsOf(doing, found.person)).find(
    each => each.other_person_id === person && each.revoked_at === null,
  )
  return bond?.kind === 'parent' || bond?.kind === 'representative' ? bond.kind : 'somebody-else'
}

type By = Pick<NewComplaint, 'madeBy' | 'madeByName' | 'how' | 'readBack' | 'receivedOn'>
type Said = Pick<NewComplaint, 'about' | 'happenedOn' | 'words' | 'wants' | 'who' | 'lateBecause'> & {
  readonly note: string
  /** As staff say it; null where it is known from who has signed in. */
  readonly by: By | null
}

/** Both forms as one: what staff say of who complains, or what is known of who has signed in. */
const formFor = (of: Seen, today: PlainDate) => ({
  read(typed: Typed): Read<Said> {
    if (!of.staff) {
      const read = ownForm(today).read(typed)
      return read.ok ? { ok: true, value: { ...read.value, by: null } } : read
    }
    const read = staffForm(today).read(typed)
    if (!read.ok) return read
    const { madeBy, madeByName, how, receivedOn, readBack, ...said } = read.value
    return { ok: true, value: { ...said, by: { madeBy, madeByName, how, receivedOn, readBack } } }
  },
})

export const makingRoutes: readonly Route[] = stepRoutes({
  at: '/complaints/:reference/new',
  allow: 'complaints.make',
  title: 'Complain',
  button: 'Send the complaint',
  fields: of => (of.staff ? StaffFields() : OwnFields()),
  form: formFor,
  begins: (of, doing) => (of.staff ? typedDay('receivedOn', doing.today) : {}),
  act: async (doing, { of, value: { by, note, ...said }, file }) => {
    const own = {
      madeBy: await makerOf(doing, of),
      madeByName: doing.actor.name,
      how: 'online',
      readBack: false,
    } as const
    const who = by ?? own
    const { reference } = of.found
    return makeComplaint(doing, { ...said, ...who, note, reference, file })
  },
  fieldOf: {
    first: 'words',
    'maker-missing': 'madeByName',
    'wants-missing': 'wants',
    'happened-later': 'happenedOn-day',
    'late-reason': 'lateBecause',
    'not-read-back': 'readBack',
    'not-a-paper': 'file',
  },
  done: 'made',
  back: toCase,
  files: true,
})
