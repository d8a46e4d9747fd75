import type { PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { handedLetter } from '../letters/letters.ts'
import { send } from '../letters/sending.ts'
import {
  whyNotAskLook,
  whyNotAskRepair,
  whyNotHandBack,
  whyNotHandOver,
  whyNotRepaired,
} from '../rules/why-not.ts'
import { here } from '../tables.ts'
import type { Change } from '../types.ts'
import { askedBy, change, notedBy, ofRound } from './changing.ts'
import { type Mended, writeRepaired } from './repaired.ts'

type Of = { readonly reference: string }

type Chair = Of & { readonly on: PlainDate; readonly serial: string; readonly gs1: string | null }
/** Notes that the chair was handed over, and which one it is; the family gets a letter to keep. */
export const handOver = (doing: Doing, { reference, on, serial, gs1 }: Chair) =>
  change(doing, {
    reference,
    may: 'wheelchairs.write',
    happened: 'wheelchair-handed-over',
    details: { on, serial },
    whyNot: round => whyNotHandOver(round, on),
    write: async round => {
      await here(doing)
        .db.insertInto('wheelchairs.handed_over')
        .values({ ...ofRound(round), on_day: on, serial, gs1, ...notedBy(doing) })
        .execute()
      if (round.agreed) await send(doing, round, handedLetter(round, { on, serial, gs1 }, round.agreed))
    },
  })

/** Asks for a repair: the person or family, or staff for them. */
export const askRepair = (doing: Doing, { reference, words }: Of & { readonly words: string }) =>
  change(doing, {
    reference,
    may: 'wheelchairs.ask',
    byFamily: true,
    happened: 'wheelchair-repair-asked',
    whyNot: whyNotAskRepair,
    write: round =>
      here(doing)
        .db.insertInto('wheelchairs.repair')
        .values({
          id: newId(),
          ...ofRound(round),
          number: round.repairs.length + 1,
          words,
          ...askedBy(doing),
        })
        .execute(),
  })

/** Notes a repair that is done, with what of its cost the NHS pays: the repairer is paid by the next run. */
export const noteRepaired = (doing: Doing, mended: Mended) =>
  change(doing, {
    reference: mended.reference,
    may: 'wheelchairs.write',
    happened: 'wheelchair-repaired',
    details: { repair: mended.number, cost: mended.cost },
    whyNot: round => whyNotRepaired(round, mended),
    write: round => writeRepaired(doing, round, mended),
  })

type Look = Of & { readonly why: Change; readonly words: string }
/** Asks for a new look, because the need or the chair has changed: a new wait begins on that day. */
export const askNewLook = (doing: Doing, { reference, why, words }: Look) =>
  change(doing, {
    reference,
    may: 'wheelchairs.ask',
    byFamily: true,
    happened: 'wheelchair-look-asked',
    details: { why },
    whyNot: whyNotAskLook,
    write: round =>
      here(doing)
        .db.insertInto('wheelchairs.new_look')
        .values({ id: newId(), ...ofRound(round), why, words, ...askedBy(doing) })
        .execute(),
  })

type Back = Of & { readonly on: PlainDate; readonly because: string }
/** Notes that a chair of the NHS was handed back, which ends its budget. */
export const handBack = (doing: Doing, { reference, on, because }: Back) =>
  change(doing, {
    reference,
    may: 'wheelchairs.write',
    happened: 'wheelchair-handed-back',
    details: { on },
    whyNot: round => whyNotHandBack(round, on),
    write: round =>
      here(doing)
        .db.insertInto('wheelchairs.ending')
        .values({ ...ofRound(round), what: 'handed-back', on_day: on, because, ...notedBy(doing) })
        .execute(),
  })
