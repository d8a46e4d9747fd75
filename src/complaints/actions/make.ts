import { isStaff } from '../../access/public.ts'
import { bankHolidays, complaintTimes } from '../../clocks/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { addDays, type PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import { figuresOver } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { keepFile, kindOf } from '../../platform/files.ts'
import type { SentFile } from '../../platform/route.ts'
import type { Case } from '../../requests/public.ts'
import { complaintsOf } from '../queries/complaints.ts'
import { settingNames } from '../rules/figures.ts'
import type { Problem } from '../rules/say.ts'
import { type Made, whyNotMake } from '../rules/why-not.ts'
import { here } from '../tables.ts'
import type { About, Complaint, ComplaintId } from '../types.ts'
import {
  byWhom,
  change,
  lockedCase,
  ofComplaint,
  recordOf,
  type Which,
  whoseOf,
  whyNotHere,
} from './changing.ts'

export type NewComplaint = Made & {
  readonly reference: string
  readonly about: About
  /** Who is complained of, in the words of whoever complains. */
  readonly who: string
  /** Staff may note one that came some days before. */
  readonly receivedOn?: PlainDate
  readonly note?: string
  readonly file?: SentFile | null
}

const daysOf = (made: NewComplaint, receivedOn: PlainDate) =>
  complaintTimes({ happened: made.happenedOn, received: receivedOn, holidays: bankHolidays })

const notAPaper = (file: SentFile | null | undefined): readonly Problem[] =>
  file && kindOf(file.bytes) === null ? ['not-a-paper'] : []

/**
 * Takes a complaint, with the days by which it is acknowledged and a delay explained as they are worked out
 * now. One that comes late is taken too, with its reason: whether it is heard is decided later, by a person.
 */
export async function makeComplaint(
  doing: Doing,
  made: NewComplaint,
): Promise<Done<{ readonly number: number; readonly acknowledgeBy: PlainDate }, Problem>> {
  const found = await lockedCase(doing, made.reference)
  if (found === null) return refused('not-allowed')
  const barred = await whyNotHere(doing, found, { may: 'complaints.make', byFamily: true })
  if (barred.length > 0) return refused(...barred)
  const receivedOn = isStaff(doing.actor) ? (made.receivedOn ?? doing.today) : doing.today
  const times = daysOf(made, receivedOn)
  const problems = [...whyNotMake(made, { inTime: times.inTime, receivedOn }), ...notAPaper(made.file)]
  if (problems.length > 0) return refused(...problems)
  const number = (await complaintsOf(doing, found.reference)).length + 1
  const id: ComplaintId = newId()
  await write(doing, { id, number, found, made, receivedOn })
  const { organisation, person, reference } = found
  const { about, madeBy, how } = made
  await recordOf(
    doing,
    { id, organisation, person, reference, number },
    { happened: 'complaint-made', details: { about, madeBy, how, receivedOn } },
  )
  return done({ number, acknowledgeBy: times.acknowledgeBy })
}

type Writing = {
  readonly id: ComplaintId
  readonly number: number
  readonly found: Case
  readonly made: NewComplaint
  readonly receivedOn: PlainDate
}

async function write(doing: Doing, { id, number, found, made, receivedOn }: Writing): Promise<void> {
  const { db } = here(doing)
  const times = daysOf(made, receivedOn)
  const figures = (await figuresOver(doing, found.organisation, settingNames))(receivedOn)
  const days = figures['complaint-answer-days']
  await db
    .insertInto('complaints.complaint')
    .values({
      id,
      ...whoseOf(found),
      reference: found.reference,
      number,
      made_by: made.madeBy,
      made_by_name: made.madeByName.trim(),
      how: made.how,
      read_back: made.readBack,
      about: made.about,
      happened_on: made.happenedOn,
      received_on: receivedOn,
      last_day: times.lastDayToComplain,
      acknowledge_by: times.acknowledgeBy,
      explain_by: times.explainIfNoReplyBy,
      answer_by: days === null ? null : addDays(receivedOn, days),
      rules: JSON.stringify(times.rules),
      written_by: doing.actor.id,
      written_by_name: doing.actor.name,
      on_behalf_of: doing.onBehalfOf,
    })
    .execute()
  const { words, wants, who, lateBecause } = made
  await db
    .insertInto('complaints.words')
    .values({ ...ofComplaint({ id, ...found }), words, wants, who, late_because: lateBecause })
    .execute()
  if (made.file) await keepPaper(doing, { id, ...found }, { note: made.note ?? '', file: made.file })
}

type Paper = { readonly note: string; readonly file: SentFile | null }
async function keepPaper(
  doing: Doing,
  one: Pick<Complaint, 'id' | 'organisation' | 'person'>,
  { note, file }: Paper,
): Promise<void> {
  await here(doing)
    .db.insertInto('complaints.evidence')
    .values({
      id: newId(),
      ...ofComplaint(one),
      note,
      file_id: file === null ? null : await keepFile(doing, one, file),
      added_on: doing.today,
      ...byWhom(doing),
    })
    .execute()
}

/** Adds words or a paper to a complaint, by the family or by staff, for as long as anybody wants to. */
export const addToComplaint = (doing: Doing, { reference, number, note, file }: Which & Paper) =>
  change(doing, {
    reference,
    number,
    may: 'complaints.handle',
    byFamily: true,
    happened: 'complaint-evidence-added',
    whyNot: () => [...(note.trim() === '' ? (['words-missing'] as const) : []), ...notAPaper(file)],
    write: one => keepPaper(doing, one, { note: note.trim(), file }),
  })
