import type { Rule } from '../../kernel/rule.ts'
import {
  DataTable,
  Details,
  Reading,
  RuleNote,
  Search,
  SummaryList,
  TabLinks,
  Tag,
} from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import { inWords } from '../in-words.ts'
import { isDuty } from '../table.ts'
import type { AnyRule, Confidence } from '../types.ts'

const confidenceNames = {
  'statute-read': 'Read in the law',
  origin: 'Programme documents',
  secondary: 'Somebody else’s account',
  forerunner: 'Earlier version of the rule',
  'general-knowledge': 'General knowledge',
  design: 'How OpenPHB does it',
  'local-setting': 'Local setting',
} as const satisfies Record<Confidence, string>

const Sure = ({ confidence }: { confidence: Confidence }) => (
  <Tag means={confidence === 'statute-read' ? 'good' : 'plain'}>{confidenceNames[confidence]}</Tag>
)

export const confidences = Object.keys(confidenceNames) as readonly Confidence[]

type RulesShow = {
  readonly rules: readonly AnyRule[]
  readonly query: string
  /** Only the rules of which we are that sure; null for all. */
  readonly sure: Confidence | null
  /** How many of the rules that were sought there are of each confidence. */
  readonly counts: ReadonlyMap<Confidence, number>
}

const HowSure = ({ query, sure, counts }: RulesShow) => {
  const at = (confidence: Confidence | null) => {
    const parts = new URLSearchParams({
      ...(query === '' ? {} : { q: query }),
      ...(confidence === null ? {} : { sure: confidence }),
    })
    return parts.size === 0 ? '/rights/rules' : `/rights/rules?${parts}`
  }
  const all = [...counts.values()].reduce((sum, one) => sum + one, 0)
  return (
    <TabLinks
      name="How sure we are"
      tabs={[
        { href: at(null), says: 'All', count: all, current: sure === null },
        ...confidences
          .filter(one => counts.has(one))
          .map(one => ({
            href: at(one),
            says: confidenceNames[one],
            count: counts.get(one) ?? 0,
            current: sure === one,
          })),
      ]}
    />
  )
}

/** Every rule that answers rest on, searchable, each with how sure we are of it. */
export const rulesPage = ({ rules, query, sure, counts }: RulesShow): Page => ({
  title: 'The rules we use',
  wide: true,
  body: (
    <>
      <h1>The rules we use</h1>
      <p>
        Only a rule marked “Read in the law” may be called the law. Everything else is shown as what it is.
      </p>
      <Search action="/rights/rules" name="q" label="Search the rules" typed={{ q: query }} />
      <HowSure {...{ rules, query, sure, counts }} />
      <DataTable
        caption={
          `${rules.length} ` +
          `${rules.length === 1 ? 'rule' : 'rules'}${query === '' ? '' : ` with “${query}”`}`
        }
        empty="No rule says that. Try fewer words."
        columns={[
          { says: 'Rule' },
          { says: 'What it says' },
          { says: 'Where it is written' },
          { says: 'How sure we are' },
          { says: 'Examples', numeric: true },
        ]}
        rows={rules.map(rule => ({
          key: rule.id,
          cells: [
            <a key="a" href={`/rights/rules/${encodeURIComponent(rule.id)}`}>
              {rule.id}
            </a>,
            rule.says,
            rule.source.title,
            <Sure key="s" confidence={rule.confidence} />,
            isDuty(rule) ? 'The same for all' : String(rule.cases.length),
          ],
        }))}
      />
    </>
  ),
})

const Lines = ({ title, of }: { title: string; of: unknown }) => {
  const lines = inWords(of)
  const [only] = lines
  if (only === undefined) return null
  if (only.what === '')
    return (
      <p>
        {title}: <strong>{only.says}</strong>
      </p>
    )
  return (
    <>
      <p>{title}:</p>
      <SummaryList facts={lines.map(({ what, says }) => ({ says: what, is: says }))} />
    </>
  )
}

/** One rule: what it says, every place where it is written, and its worked cases, which run as tests. */
export const rulePage = ({ rule }: { rule: Rule<unknown, unknown> }): Page => ({
  title: rule.id,
  back: '/rights/rules',
  body: (
    <Reading>
      <h1>
        <span className="nhsuk-caption-l">{rule.id}</span> {rule.says}
      </h1>
      {[{ source: rule.source, confidence: rule.confidence }, ...(rule.also ?? [])].map(
        ({ source, confidence }) => (
          <RuleNote
            key={source.cite + confidence}
            says={rule.says}
            source={source}
            confidence={confidence}
            from={rule.from}
            until={rule.until}
          />
        ),
      )}
      <h2>Examples</h2>
      <p>Each of these is run as a test whenever the program changes.</p>
      {rule.cases.map(one => (
        <Details key={one.says} says={one.says}>
          <Lines title="What is told" of={one.facts} />
          <Lines title="The answer" of={one.answer} />
        </Details>
      ))}
    </Reading>
  ),
})
