import type { Happened } from '../../nhs/public.ts'
import type { CasePageFacts } from '../queries/case-page.ts'
import { outcomeSays, reachedBySays } from '../say.ts'

/** Everything that happened to the request, newest first. */
export function happened({
  one,
  words,
  decisions,
  again,
  letters,
  evidence,
  team,
}: CasePageFacts): readonly Happened[] {
  const asker = words?.asked_by_name ?? team
  const answers = again.flatMap(asked =>
    asked.answered_on === null ? [] : [{ ...asked, answered_on: asked.answered_on }],
  )
  const all: readonly (Happened & { readonly rank: number })[] = [
    {
      rank: 1,
      key: 'asked',
      day: one.receivedOn,
      who: asker,
      what: `The request reached ${team} ${words ? reachedBySays[words.reached_by] : ''}`,
    },
    ...evidence.map(({ id, dated_on, added_by_name }) => ({
      rank: 2,
      key: id,
      day: dated_on,
      who: added_by_name,
      what: 'Evidence, dated this day',
    })),
    ...decisions.map(({ id, decidedOn, by, outcome }) => ({
      rank: 3,
      key: id,
      day: decidedOn,
      who: `${by.name}, ${by.role.toLowerCase()}`,
      what: `Decided: ${outcomeSays[outcome].toLowerCase()}`,
    })),
    ...again.map(({ id, asked_on, asked_by_name }) => ({
      rank: 4,
      key: id,
      day: asked_on,
      who: asked_by_name,
      what: 'Asked to look at it again',
    })),
    ...answers.map(({ id, answered_on, answered_by_name, outcome }) => ({
      rank: 5,
      key: `a-${id}`,
      day: answered_on,
      who: answered_by_name ?? '',
      what: `Looked at again: ${(outcome ?? '').replaceAll('-', ' ')}`,
    })),
    ...letters.map(({ id, sent_on, title }) => ({
      rank: 6,
      key: id,
      day: sent_on,
      who: team,
      what: `Letter: ${title}`,
      href: `/notices/${id}`,
    })),
    ...(one.withdrawnOn === null
      ? []
      : [{ rank: 7, key: 'withdrawn', day: one.withdrawnOn, who: asker, what: 'The request was withdrawn' }]),
  ]
  return [...all].sort((a, b) => (a.day === b.day ? b.rank - a.rank : a.day < b.day ? 1 : -1))
}
