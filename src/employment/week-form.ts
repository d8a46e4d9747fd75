import { type PlainDate, sayDay } from '../kernel/days.ts'
import { readThousandths, sayThousandths, type Thousandths } from '../kernel/money.ts'
import { many, one, type Read } from '../platform/forms.ts'
import type { FieldError, Typed } from '../platform/route.ts'
import { weekOf } from './forms.ts'
import { mostOnADay, unitWords } from './rules/units.ts'
import type { Sheet, Spell, TaskId, WorkUnit } from './types.ts'

export type WeekAsked = {
  readonly week: PlainDate
  readonly units: readonly WorkUnit[]
  readonly today: PlainDate
}
export type WeekRead = {
  readonly spells: readonly Spell[]
  readonly tasks: readonly TaskId[]
  readonly note: string
}

export const fieldOf = (unit: WorkUnit, place: number): string => `${unit}-${place}`
export const beginsAt = (place: number): string => `begins-${place}`

/** A number of a unit on a day; null where the box is empty, a sentence where it cannot be so. */
function readUnits(typed: string, unit: WorkUnit, on: PlainDate): Thousandths | null | string {
  if (typed === '' || typed === '0') return null
  const at = sayDay(on)
  const [, several] = unitWords[unit]
  const value = readThousandths(typed)
  if (value === null) return `${at}: enter ${several} as a number, like 7.5 for seven and a half`
  if (value < 0n) return `${at}: ${several} cannot be below nought`
  if (value === 0n) return null
  const most = mostOnADay[unit]
  if (value <= BigInt(most) * 1000n) return value
  return unit === 'hour'
    ? `${at}: a day has 24 hours. You typed ${sayThousandths(value)}`
    : `${at}: enter ${most} or fewer. You typed ${sayThousandths(value)}`
}

/** `7`, `7.30`, `07:30` as `07:30`; null where it is no time of a day. */
function readTime(typed: string): string | null {
  const [, hour, minute = '00'] = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(typed) ?? []
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return null
  return `${hour.padStart(2, '0')}:${minute}`
}

function readSpell(typed: Typed, unit: WorkUnit, at: { on: PlainDate; place: number; today: PlainDate }) {
  const { on, place, today } = at
  const errors: FieldError[] = []
  const field = fieldOf(unit, place)
  const units = readUnits(one(typed, field), unit, on)
  const written = unit === 'hour' ? one(typed, beginsAt(place)) : ''
  const begins = written === '' ? null : readTime(written)
  if (typeof units === 'string') errors.push({ field, says: units })
  if (written !== '' && begins === null)
    errors.push({ field: beginsAt(place), says: `${sayDay(on)}: enter a time, like 7:30 or 14:00` })
  if (written !== '' && units === null)
    errors.push({ field, says: `${sayDay(on)}: enter how many hours, or leave the time out` })
  if (typeof units !== 'string' && units !== null && on > today)
    errors.push({ field, says: `${sayDay(on)} has not come yet. Send hours after they are worked` })
  const spell = typeof units === 'string' || units === null ? null : { on, unit, units, begins }
  return { spell, errors }
}

/** A week as it was typed: every day, every unit that was agreed; each error at its own box. */
export function readWeek(typed: Typed, { week, units, today }: WeekAsked): Read<WeekRead> {
  const cells = weekOf(week).flatMap((on, place) =>
    units.map(unit => readSpell(typed, unit, { on, place, today })),
  )
  const errors = cells.flatMap(cell => cell.errors)
  const note = one(typed, 'note')
  if (note.length > 500) errors.push({ field: 'note', says: 'The note must be 500 characters or fewer' })
  if (errors.length > 0) return { ok: false, errors }
  const spells = cells.flatMap(({ spell }) => spell ?? [])
  return { ok: true, value: { spells, tasks: many(typed, 'tasks') as readonly TaskId[], note } }
}

/** A timesheet as it stands in the boxes again: to correct it, or to copy it into another week. */
export function typedWeek(sheet: Sheet, what: 'all' | 'copy'): Typed {
  const days = weekOf(sheet.week)
  const boxes = sheet.spells.flatMap(({ on, unit, units, begins }) => {
    const place = days.indexOf(on)
    const count = [fieldOf(unit, place), sayThousandths(units)] as const
    return begins === null ? [count] : [count, [beginsAt(place), begins] as const]
  })
  return {
    ...Object.fromEntries(boxes),
    tasks: sheet.tasks,
    ...(what === 'all' ? { note: sheet.note } : {}),
  }
}
