import type { PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { openAdmission, thatAreSo, whyNotAdmit, whyNotLeave, whyNotNow } from '../rules/why-not.ts'
import { here } from '../tables.ts'
import type { AdmissionKind, BeforeKind, Crisis, Entry } from '../types.ts'
import { change, notedBy, ofEntry } from './changing.ts'

type Of = { readonly entry: string }

/** Notes a crisis: what happened, what was done instead, and who said what about a bed. */
export const noteCrisis = (doing: Doing, { entry, ...crisis }: Of & Omit<Crisis, 'number'>) =>
  change(doing, {
    entry,
    may: 'registers.write',
    happened: 'register-crisis',
    details: { on: crisis.on },
    whyNot: one => [
      ...thatAreSo([[one.ending !== null, 'has-ended']]),
      ...thatAreSo([[crisis.bed !== 'not-asked-for' && crisis.bedSaidBy === null, 'bed-said-by-missing']]),
    ],
    write: one =>
      here(doing)
        .db.insertInto('registers.crisis')
        .values({
          id: newId(),
          ...ofEntry(one),
          number: one.crises.length + 1,
          on_day: crisis.on,
          happened: crisis.happened,
          instead: crisis.instead,
          bed: crisis.bed,
          bed_said_by: crisis.bed === 'not-asked-for' ? null : crisis.bedSaidBy,
          ...notedBy(doing),
        })
        .execute(),
  })

type In = Of & {
  readonly hospital: string
  readonly kind: AdmissionKind
  readonly from: PlainDate
  /** Where it is over: the day they left, and where to. */
  readonly until: PlainDate | null
  readonly toWhere: string | null
}

/** Notes that somebody went into hospital; an earlier stay, also before the list, with its last day. */
export const admit = (doing: Doing, { entry, hospital, kind, from, until, toWhere }: In) =>
  change(doing, {
    entry,
    may: 'registers.write',
    happened: 'register-admitted',
    details: { from },
    whyNot: one => whyNotAdmit(one, from, until),
    write: async one => {
      const id = newId()
      const number = one.admissions.length + 1
      const own = { id, ...ofEntry(one), number, hospital, kind, from_on: from, ...notedBy(doing) }
      await here(doing).db.insertInto('registers.admission').values(own).execute()
      if (until !== null) await left(doing, one, { admission: id, on: until, toWhere: toWhere ?? '' })
    },
  })

type Left = { readonly admission: string; readonly on: PlainDate; readonly toWhere: string }
const left = (doing: Doing, entry: Entry, { admission, on, toWhere }: Left) =>
  here(doing)
    .db.insertInto('registers.discharge')
    .values({ admission_id: admission, ...ofEntry(entry), on_day: on, to_where: toWhere, ...notedBy(doing) })
    .execute()

/** Notes that they left hospital. */
export const leave = (doing: Doing, { entry, on, toWhere }: Of & Omit<Left, 'admission'>) =>
  change(doing, {
    entry,
    may: 'registers.write',
    happened: 'register-left-hospital',
    details: { on },
    whyNot: one => [...whyNotNow(one), ...whyNotLeave(one, on)],
    write: one => left(doing, one, { admission: openAdmission(one)?.id ?? '', on, toWhere }),
  })

/** Sets the day on which they are to leave, or moves it; the earlier ones stand. */
export const planLeaving = (
  doing: Doing,
  { entry, on, because }: Of & { readonly on: PlainDate; readonly because: string },
) =>
  change(doing, {
    entry,
    may: 'registers.write',
    happened: 'register-leaving-planned',
    details: { on },
    whyNot: one => [
      ...whyNotNow(one),
      ...whyNotLeave(one, on),
      ...thatAreSo([[openAdmission(one)?.planned[0]?.on === on, 'same-day']]),
    ],
    write: one => {
      const open = openAdmission(one)
      return here(doing)
        .db.insertInto('registers.planned_day')
        .values({
          id: newId(),
          admission_id: open?.id ?? '',
          ...ofEntry(one),
          number: (open?.planned.length ?? 0) + 1,
          on_day: on,
          because,
          noted_on: doing.today,
          ...notedBy(doing),
        })
        .execute()
    },
  })

type NewBefore = Of & {
  readonly kind: BeforeKind
  readonly says: string
  readonly owner: string
  readonly daysBefore: number
}

/** Notes what must be there before they leave, by whom, and so many days before. */
export const needBefore = (doing: Doing, { entry, kind, says, owner, daysBefore }: NewBefore) =>
  change(doing, {
    entry,
    may: 'registers.write',
    happened: 'register-before-leaving',
    whyNot: one => [...whyNotNow(one), ...thatAreSo([[openAdmission(one) === null, 'not-in-hospital']])],
    write: one => {
      const open = openAdmission(one)
      return here(doing)
        .db.insertInto('registers.before_leaving')
        .values({
          id: newId(),
          admission_id: open?.id ?? '',
          ...ofEntry(one),
          number: (open?.before.length ?? 0) + 1,
          kind,
          says,
          owner,
          days_before: daysBefore,
          ...notedBy(doing),
        })
        .execute()
    },
  })

type There = Of & { readonly number: number; readonly on: PlainDate }
const beforeOf = (entry: Entry, number: number) =>
  openAdmission(entry)?.before.find(one => one.number === number)

/** Notes that it is there. */
export const noteThere = (doing: Doing, { entry, number, on }: There) =>
  change(doing, {
    entry,
    may: 'registers.write',
    happened: 'register-there',
    details: { on },
    whyNot: one => {
      const item = beforeOf(one, number)
      if (item === undefined) return ['no-such-thing']
      return [...whyNotNow(one), ...thatAreSo([[item.thereOn !== null, 'done-already']])]
    },
    write: one =>
      here(doing)
        .db.insertInto('registers.there')
        .values({
          before_id: beforeOf(one, number)?.id ?? '',
          ...ofEntry(one),
          on_day: on,
          ...notedBy(doing),
        })
        .execute(),
  })
