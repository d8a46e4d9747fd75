import { type SightSort, sightOf } from '../../access/public.ts'
import { openQuestions } from '../../bank/public.ts'
import { type Standing, standingsOf } from '../../cases/public.ts'
import { wayToPlan } from '../../ehc/public.ts'
import { workOf } from '../../employment/public.ts'
import type { Pence } from '../../kernel/money.ts'
import { balanceOf, heldBy } from '../../ledger/public.ts'
import { hasLost } from '../../maternity/public.ts'
import { unread } from '../../notices/public.ts'
import { type PersonId, peopleHelpedBy, personShown } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { recoveriesOf, standingOf as recoveryStands } from '../../recoveries/public.ts'
import { onListNow } from '../../registers/public.ts'
import { draftOf } from '../../requests/public.ts'
import { chairTold } from '../../wheelchairs/public.ts'
import { type NextThing, nextThing } from '../rules/next-thing.ts'

/** What the home page shows of one person: their own, or somebody they stand in for or help. */
export type OfPerson = {
  readonly person: PersonId
  readonly name: string
  readonly own: boolean
  readonly sees: SightSort
  readonly standing: Standing | null
  readonly older: readonly Standing[]
  readonly next: NextThing | null
  /** What is in the budget's bank account now; null where there is no budget, or none to see. */
  readonly left: Pence | null
  /** Their wheelchair in a line; null where none was assessed, or none is theirs to see. */
  readonly chair: string | null
  /** After a loss nothing about it is shown here, and nothing is asked. */
  readonly calm: boolean
  readonly unread: number
  /** Their entry on the list of people at risk of admission; null where they are not on it. */
  readonly onList: string | null
  /** Where their EHC plan is; null where no council has one of them. */
  readonly ehc: string | null
  /** Timesheets that wait; null where nobody is employed, or who is employed is not theirs to see. */
  readonly hoursWait: number | null
}

export type FamilyHome = {
  readonly people: readonly OfPerson[]
  readonly draft: boolean
  /** May the reader take up a word that lets them help? Only who is nobody here yet. */
  readonly mayTakeUp: boolean
  /** Is the reader somebody's assistant, or asked to look at hours? */
  readonly works: boolean
}

const over = ['closed', 'withdrawn', 'refused']

type Of = {
  readonly person: PersonId
  readonly news: Awaited<ReturnType<typeof unread>>
  readonly hours: ReadonlyMap<string, number>
}

async function ofPerson(doing: Doing, { person, news, hours }: Of): Promise<OfPerson | null> {
  const shown = await personShown(doing, person)
  const sees = shown && (await sightOf(doing, { person, organisation: shown.organisation }))
  if (!shown || !sees) return null
  const standings = await standingsOf(doing, person)
  const standing = standings.find(({ stage }) => !over.includes(stage)) ?? standings[0] ?? null
  const reference = standing?.one.reference ?? null
  const questions = sees === 'all' ? (await openQuestions(doing, person)).length : 0
  const money = sees === 'all' || sees === 'money'
  const calm = standing?.one.pathway === 'maternity' && (await hasLost(doing, standing.one.reference))
  return {
    person,
    name: shown.preferredName ?? shown.fullName,
    onList: sees === 'all' ? await onListNow(doing, person) : null,
    calm,
    ehc: sees === 'all' ? await wayToPlan(doing, person) : null,
    own: doing.actor.person === person,
    sees,
    standing,
    older: standings.filter(one => one !== standing),
    next:
      standing === null || calm
        ? null
        : nextThing({
            standing,
            reference: reference ?? '',
            sees,
            questions,
            recovery: money ? await objectable(doing, reference) : null,
          }),
    left:
      reference !== null && money && standing?.facts.firstPaidOn
        ? await balanceOf(doing, heldBy(reference))
        : null,
    chair:
      money && standing?.one.pathway === 'wheelchair' ? await chairTold(doing, standing.one.reference) : null,
    hoursWait: hours.get(reference ?? '') ?? null,
    unread: news.filter(one => one.reference === reference).reduce((sum, one) => sum + one.count, 0),
  }
}

/** The letter about money to be paid back that nobody has objected to yet; null where there is none. */
async function objectable(doing: Doing, reference: string | null): Promise<number | null> {
  const all = reference === null ? [] : await recoveriesOf(doing, reference)
  return all.find(one => recoveryStands(one, doing.today) === 'told')?.number ?? null
}

/** Everybody whose budget the reader may follow, themselves first, with what each of them waits for. */
export async function familyHome(doing: Doing): Promise<FamilyHome> {
  const own = doing.actor.person
  const helped = own === null ? [] : (await peopleHelpedBy(doing, own)).map(({ id }) => id)
  const news = await unread(doing)
  const work = await workOf(doing)
  const people: OfPerson[] = []
  for (const person of new Set([...(own === null ? [] : [own]), ...helped])) {
    const found = await ofPerson(doing, { person, news, hours: work.budgets })
    if (found !== null) people.push(found)
  }
  return {
    people,
    draft: (await draftOf(doing, 'own')) !== null,
    mayTakeUp: own === null,
    works: work.assistant || work.helper,
  }
}
