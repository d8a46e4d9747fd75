import type { Rule } from '../../kernel/rule.ts'
import { DataTable, Details, Reading, RuleNote, Search, Tag } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
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

/** Every rule that answers rest on, searchable, each with how sure we are of it. */
export const rulesPage = ({ rules, query }: { rules: readonly AnyRule[]; query: string }): Page => ({
  title: 'The rules we use',
  wide: true,
  body: (
    <>
      <h1>The rules we use</h1>
      <p>
        Only a rule marked “Read in the law” may be called the law. Everything else is shown as what it is.
      </p>
      <Search action="/rights/rules" name="q" label="Search the rules" typed={{ q: query }} />
      <DataTable
        caption={
          `${rules.length} ` +
          `${rules.length === 1 ? 'rule' : 'rules'}${query === '' ? '' : ` with “${query}”`}`
        }
        empty="No rule says that. Try fewer words."
        columns={[{ says: 'Rule' }, { says: 'What it says' }, { says: 'How sure we are' }]}
        rows={rules.map(rule => ({
          key: rule.id,
          cells: [
            <a key="a" href={`/rights/rules/${encodeURIComponent(rule.id)}`}>
              {rule.id}
            </a>,
            rule.says,
            <Sure key="s" confidence={rule.confidence} />,
          ],
        }))}
      />
    </>
  ),
})

const plain = (value: unknown): string =>
  JSON.stringify(value, (_name, one: unknown) => (typeof one === 'bigint' ? `${one} pence` : one), 1) ??
  'nothing'

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
          <p>
            Facts: <code>{plain(one.facts)}</code>
          </p>
          <p>
            Answer: <code>{plain(one.answer)}</code>
          </p>
        </Details>
      ))}
    </Reading>
  ),
})
