import { newId } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { answerOffer } from '../../requests/public.ts'
import { pricesOn } from '../queries/places.ts'
import { whyNotAnswer } from '../rules/why-not.ts'
import { here } from '../tables.ts'
import type { Budget, Said } from '../types.ts'
import { change, ofBudget } from './changing.ts'

type Saying = { readonly reference: string; readonly said: Said; readonly words: string }

/**
 * Her answer to the offer. With a yes the figures of that day are kept for good; who said no may say yes
 * later, and the first answer is the one that is counted.
 */
export const answerMaternity = (doing: Doing, { reference, said, words }: Saying) =>
  change(doing, {
    reference,
    may: 'maternity.choose',
    byFamily: true,
    happened: `maternity-${said}`,
    whyNot: async budget =>
      whyNotAnswer(budget, said, await pricesOn(doing, budget.organisation, doing.today)),
    write: async budget => {
      const prices = said === 'accepted' ? await pricesOn(doing, budget.organisation, doing.today) : null
      await here(doing)
        .db.insertInto('maternity.answer')
        .values({
          id: newId(),
          ...ofBudget(budget),
          number: budget.answers.length + 1,
          said,
          words,
          antenatal: prices?.antenatal ?? null,
          intrapartum: prices?.intrapartum ?? null,
          postnatal: prices?.postnatal ?? null,
          on_day: doing.today,
          said_by: doing.actor.id,
          said_by_name: doing.actor.name,
          on_behalf_of: doing.onBehalfOf,
        })
        .execute()
      if (budget.answers.length === 0) await counted(doing, budget, { said, words })
    },
  })

async function counted(doing: Doing, budget: Budget, { said, words }: Omit<Saying, 'reference'>) {
  const answered = await answerOffer(doing, {
    offer: budget.countedAs,
    said,
    answeredOn: doing.today,
    reason: words === '' ? null : words,
  })
  if (!answered.done) throw new Error(`the answer was not counted: ${answered.because.join(', ')}`)
}
