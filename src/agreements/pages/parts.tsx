import { type PlainDate, sayDay, sayShortDay } from '../../kernel/days.ts'
import { sayMoney } from '../../kernel/money.ts'
import { DataTable, Details, type Meaning, RuleNote, Tag } from '../../nhs/public.ts'
import { wayNames } from '../../plans/public.ts'
import { findRule, mayPayFamily, type RuleId } from '../../rights/public.ts'
import type { AccountRow } from '../queries/accounts.ts'
import type { Agreement } from '../queries/agreements.ts'
import { checkSays } from '../rules/account-check.ts'
import { type Missing, turnSays } from '../rules/missing.ts'
import { asWhoSays, factSays, howSays, ownerSays } from '../rules/say.ts'
import type { Condition, Fact } from '../types.ts'

export const MissingList = ({ missing }: { missing: readonly Missing[] }) =>
  missing.length === 0 ? null : (
    <DataTable
      caption="What is still missing before money can flow"
      empty=""
      columns={[{ says: 'What' }, { says: 'Whose turn it is' }, { says: 'What happens next' }]}
      rows={missing.map(one => ({ key: one.reason, cells: [one.says, turnSays[one.turn], one.toDo] }))}
    />
  )

/** Each line with the way asked for in the plan and the way decided; the reason where they differ. */
export const Ways = ({ one }: { one: Agreement }) => (
  <DataTable
    caption="How each part of the plan is held, a week"
    empty="The plan has no lines."
    columns={[
      { says: 'What' },
      { says: 'Asked for' },
      { says: 'Decided' },
      { says: 'A week', numeric: true },
    ]}
    rows={one.ways.map(way => ({
      key: way.line,
      cells: [
        way.says,
        wayNames[way.asked],
        way.asked === way.decided ? (
          wayNames[way.decided]
        ) : (
          <>
            {wayNames[way.decided]}. <strong>Why:</strong> {way.because}
          </>
        ),
        sayMoney(way.weekly),
      ],
    }))}
  />
)

const familySays = {
  'ICB-decision': 'The NHS decided that it is necessary',
  'nothing-more': 'Nothing more was needed',
} as const

export const Family = ({ one }: { one: Agreement }) =>
  one.family.length === 0 ? null : (
    <DataTable
      caption="Family and friends who are paid"
      empty=""
      columns={[{ says: 'Who' }, { says: 'For' }, { says: 'What was decided' }]}
      rows={one.family.map(near => {
        const { needs } = mayPayFamily(near, near.paidFor)
        return {
          key: near.name,
          cells: [
            `${near.name}, ${near.relation.replaceAll('-', ' ')}`,
            near.paidFor === 'care' ? 'Care' : 'Help with managing the money',
            near.because ? `${familySays[needs]}: ${near.because}` : familySays[needs],
          ],
        }
      })}
    />
  )

export const Conditions = ({ conditions }: { conditions: readonly Condition[] }) => (
  <ul className="nhsuk-list nhsuk-list--bullet">
    {conditions.map(one => (
      <li key={one.key}>{one.says}</li>
    ))}
  </ul>
)

export function stateOf(account: AccountRow): readonly [string, Meaning] {
  if (account.closed_on !== null)
    return account.approved_on === null ? ['Not approved', 'bad'] : ['No longer used', 'over']
  return account.approved_on === null ? ['Waits for approval', 'waiting'] : ['In use', 'good']
}

const since = (account: AccountRow): PlainDate => account.closed_on ?? account.approved_on ?? account.given_on

export const Accounts = ({ accounts, decide }: { accounts: readonly AccountRow[]; decide: boolean }) => (
  <DataTable
    caption="Bank account"
    empty="No bank account has been given yet."
    columns={[
      { says: 'Account' },
      { says: 'Whose' },
      { says: 'State' },
      { says: 'Since' },
      ...(decide ? [{ says: 'Decide', unseen: true }] : []),
    ]}
    rows={accounts.map(account => {
      const [says, means] = stateOf(account)
      return {
        key: account.id,
        cells: [
          `${account.name_on_account}, ending ${account.ending}`,
          ownerSays[account.whose],
          <>
            <Tag means={means}>{says}</Tag>{' '}
            {account.checked === 'passes' ? null : checkSays['could-not-be-checked']}
          </>,
          sayShortDay(since(account)),
          ...(decide
            ? [
                account.closed_on === null ? (
                  <a key="link" href={`/agreements/${account.reference}/account/${account.id}`}>
                    Look at it
                    <span className="nhsuk-u-visually-hidden"> : account ending {account.ending}</span>
                  </a>
                ) : (
                  ''
                ),
              ]
            : []),
        ],
      }
    })}
  />
)

const remark = (fact: Fact): string =>
  fact.words === null ? '' : `. ${fact.what === 'exclusion' ? fact.words.replaceAll('-', ' ') : fact.words}`

export const Facts = ({ facts }: { facts: readonly Fact[] }) => (
  <DataTable
    caption="Who signed, agreed and consented"
    empty="Nothing has been signed yet."
    columns={[{ says: 'What' }, { says: 'Day' }, { says: 'Who' }]}
    rows={facts.map((fact, place) => ({
      key: `${fact.what}-${place}`,
      cells: [
        `${factSays[fact.what]}${remark(fact)}`,
        fact.until === null ? sayDay(fact.on) : `${sayDay(fact.on)} to ${sayDay(fact.until)}`,
        `${fact.by} (${asWhoSays[fact.asWho]}, ${howSays[fact.how]})`,
      ],
    }))}
  />
)

type RulesProps = { readonly missing: readonly Missing[]; readonly conditions: readonly Condition[] }

/** Every rule behind what is missing and what was agreed, with its source and how sure we are of it. */
export const Rules = ({ missing, conditions }: RulesProps) => {
  const rules = [...new Set<RuleId>([...missing, ...conditions].map(({ rule }) => rule))].map(findRule)
  return rules.length === 0 ? null : (
    <Details says="Where this is written, and how sure we are of it">
      {rules.map(rule => (
        <RuleNote key={rule.id} {...rule} says={`${rule.id}: ${rule.says}`} />
      ))}
      <p>
        <a href="/rights/rules">All rules of this service</a>, with every source of each.
      </p>
    </Details>
  )
}
