import * as Nhs from 'nhsuk-react-components'
import type { Html } from './model.ts'

/** Set apart from the text around it, because it matters more. */
export const InsetText = ({ children }: { children: Html }) => <Nhs.InsetText>{children}</Nhs.InsetText>

/** Something that must not be missed. `heading` is read out as "Important: ...". */
export const WarningCallout = ({ heading, children }: { heading: string; children: Html }) => (
  <Nhs.WarningCallout>
    <Nhs.WarningCallout.Heading headingLevel="h2">{heading}</Nhs.WarningCallout.Heading>
    {children}
  </Nhs.WarningCallout>
)

/** More for those who want it, closed at first. Works without JavaScript. */
export const Details = ({ says, open, children }: { says: Html; open?: boolean; children: Html }) => (
  <Nhs.Details open={open === true}>
    <Nhs.Details.Summary>{says}</Nhs.Details.Summary>
    <Nhs.Details.Text>{children}</Nhs.Details.Text>
  </Nhs.Details>
)

type BannerProps = {
  /** The bar's own words, such as `Important`. */
  readonly title?: string | undefined
  readonly heading: Html
  readonly children?: Html
}

/** News about the whole page or service, at its top: "Payments are a day late". */
export const NotificationBanner = ({ title = 'Important', heading, children }: BannerProps) => (
  <Nhs.NotificationBanner titleId={`banner-${title.toLowerCase().replace(/[^a-z]+/g, '-')}`}>
    <Nhs.NotificationBanner.Title>{title}</Nhs.NotificationBanner.Title>
    <Nhs.NotificationBanner.Heading>{heading}</Nhs.NotificationBanner.Heading>
    {children}
  </Nhs.NotificationBanner>
)

type EmptyProps = {
  /** What is so: `There is no budget yet.` */
  readonly says: string
  /** What to do, or when something will happen. */
  readonly next?: Html | undefined
  readonly children?: Html
}

/** In place of what is not there: what is so and what to do. */
export const EmptyState = ({ says, next, children }: EmptyProps) => (
  <div className="app-empty">
    <p className="app-empty__says">{says}</p>
    {next === undefined ? null : <p>{next}</p>}
    {children}
  </div>
)

type FigureProps = {
  /** The figure itself: `£412.60 a week`. */
  readonly figure: Html
  /** What the figure is, beside it: `for two assistants`. */
  readonly about: Html
  /** Large where it is the one figure of the page. */
  readonly large?: boolean | undefined
  readonly open?: boolean | undefined
  /** Its working: units x rate = amount, where the rate comes from, who pays which share. */
  readonly children: Html
}

/** A number that opens: the summary is the number, the inside is how it came about. */
export const OpenFigure = ({ figure, about, large, open, children }: FigureProps) => (
  <details className={large ? 'app-figure app-figure--large' : 'app-figure'} open={open === true}>
    <summary className="app-figure__summary">
      <span className="app-figure__number">{figure}</span> <span className="app-figure__about">{about} </span>
      <span className="app-figure__how">How we worked this out</span>
    </summary>
    <div className="app-figure__working">{children}</div>
  </details>
)
