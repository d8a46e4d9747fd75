import { endSight } from '../../access/public.ts'
import type { Done } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import { sendLetter } from '../../notices/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { takenOffLetter } from '../letters.ts'
import { levelsOn } from '../queries/listed.ts'
import { type Problem, thatAreSo, whyNotNow } from '../rules/why-not.ts'
import { here } from '../tables.ts'
import type { EndWhy, Entry } from '../types.ts'
import { change, notedBy, ofEntry } from './changing.ts'

type Of = { readonly entry: string }
type End = {
  readonly on: PlainDate
  readonly why: EndWhy
  readonly saidBy: string
  readonly because: string
}

/** The entry ends, other bodies see nothing of it from this transaction on, and the person is told. */
async function end(doing: Doing, entry: Entry, { on, why, saidBy, because }: End): Promise<void> {
  await here(doing)
    .db.insertInto('registers.ending')
    .values({ ...ofEntry(entry), on_day: on, why, said_by: saidBy, because, ...notedBy(doing) })
    .execute()
  await endSight(doing, { person: entry.person, subject: entry.id })
  if (why === 'died') return
  await sendLetter(doing, await takenOffLetter(doing, entry, { on, why }))
}

type No = Of & Pick<End, 'on' | 'saidBy'>

/** Takes a yes back, from a day on: the person, who may for them, or staff to whom they say it. */
export const takeBack = (doing: Doing, { entry, on, saidBy }: No): Promise<Done<Entry, Problem>> =>
  change(doing, {
    entry,
    may: 'registers.withdraw',
    byFamily: true,
    happened: 'register-consent-withdrawn',
    details: { on },
    whyNot: one => whyNotNow(one, on),
    write: one => end(doing, one, { on, why: 'consent-withdrawn', saidBy, because: '' }),
  })

type Off = Of & Omit<End, 'saidBy'>

/** Takes somebody off the list for another reason. */
export const takeOff = (doing: Doing, { entry, ...asked }: Off): Promise<Done<Entry, Problem>> =>
  change(doing, {
    entry,
    may: 'registers.write',
    happened: 'register-taken-off',
    details: { on: asked.on },
    whyNot: one => whyNotNow(one, asked.on),
    write: one => end(doing, one, { ...asked, saidBy: doing.actor.name }),
  })

type NewLevel = Of & { readonly says: string; readonly because: string }

/** Gives somebody one of the levels that their body knows now. */
export const giveLevel = (doing: Doing, { entry, says, because }: NewLevel) =>
  change(doing, {
    entry,
    may: 'registers.write',
    happened: 'register-level',
    whyNot: async one => {
      const known = await levelsOn(doing, one.organisation, doing.today)
      return [...whyNotNow(one), ...thatAreSo([[!known.includes(says), 'level-not-known']])]
    },
    write: async one => {
      const place = (await levelsOn(doing, one.organisation, doing.today)).indexOf(says)
      await here(doing)
        .db.insertInto('registers.level_given')
        .values({
          id: newId(),
          ...ofEntry(one),
          number: one.levels.length + 1,
          says,
          place,
          because,
          on_day: doing.today,
          ...notedBy(doing),
        })
        .execute()
    },
  })
