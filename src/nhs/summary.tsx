import { SummaryList as NhsList, Panel as NhsPanel } from 'nhsuk-react-components'
import type { Html } from './model.ts'

export type Fact = {
  readonly says: string
  readonly is: Html
  /** Where it is changed, and in words what is changed, for who hears the link alone: `your name`. */
  readonly change?: { readonly href: string; readonly what: string; readonly says?: string } | undefined
}

const Change = ({ href, what, says = 'Change' }: NonNullable<Fact['change']>) => (
  <dd className="nhsuk-summary-list__actions">
    <a href={href}>
      {says}
      <span className="nhsuk-u-visually-hidden"> {what}</span>
    </a>
  </dd>
)

const FactRow = ({ fact, changes }: { fact: Fact; changes: boolean }) => (
  <div
    className={
      changes && !fact.change
        ? 'nhsuk-summary-list__row nhsuk-summary-list__row--no-actions'
        : 'nhsuk-summary-list__row'
    }
  >
    <NhsList.Key>{fact.says}</NhsList.Key>
    <NhsList.Value>{fact.is}</NhsList.Value>
    {fact.change === undefined ? null : <Change {...fact.change} />}
  </div>
)

/** Facts by name, each with the way to change it: check answers before sending, or what we hold. */
export const SummaryList = ({ facts }: { facts: readonly Fact[] }) => (
  <NhsList>
    {facts.map(fact => (
      <FactRow key={fact.says} fact={fact} changes={facts.some(one => one.change !== undefined)} />
    ))}
  </NhsList>
)

type PanelProps = {
  readonly title: string
  readonly reference?: string | undefined
  readonly children?: Html
}

/** After sending: what has been done, and the reference to keep. It is the heading of its page. */
export const Panel = ({ title, reference, children }: PanelProps) => (
  <NhsPanel>
    <NhsPanel.Title>{title}</NhsPanel.Title>
    {reference === undefined ? null : (
      <p className="app-reference">
        Your reference
        <strong className="app-reference__text">{reference}</strong>
      </p>
    )}
    {children}
  </NhsPanel>
)
