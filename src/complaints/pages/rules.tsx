import { findRule, type RuleId } from '../../rights/public.ts'

/** Rules by their names, each a link to what it says, its source and how sure we are of it. */
export const Rules = ({ rules }: { rules: readonly RuleId[] }) =>
  rules.length === 0 ? null : (
    <span>
      {rules.length === 1 ? 'Rule: ' : 'Rules: '}
      {rules.map((id, place) => (
        <span key={id}>
          {place === 0 ? '' : ', '}
          <a href={`/rights/rules/${id}`}>{findRule(id).says.replace(/\.$/, '')}</a>
        </span>
      ))}
      .
    </span>
  )
