import { Footer, NotificationBanner, SkipLink } from 'nhsuk-react-components'
import { ErrorSummary } from './form.tsx'
import { type Account, Header, type MenuLink, type NavLink, type Phase } from './header.tsx'
import { classes, type FieldError, type Html } from './model.ts'

/** Whose record a page shows, so that nobody works in the wrong one. */
export type PersonShown = {
  readonly name: string
  /** For example `Born 3 March 2017, 9 years old`, `NHS number 999 123 4567`. */
  readonly details: readonly string[]
  readonly href?: string
}

/** What a page does not decide itself: worked out once for each request and handed through. */
export type Surroundings = {
  readonly phase?: Phase | undefined
  readonly account?: Account | undefined
  /** Where to sign in, shown to those who are not. */
  readonly signIn?: string | undefined
  readonly nav?: readonly MenuLink[] | undefined
  readonly home?: string | undefined
}

export type FrameProps = Surroundings & {
  /** What the page is about; the heading says the same. */
  readonly title: string
  readonly person?: PersonShown | undefined
  readonly back?: { readonly href: string; readonly says?: string | undefined } | undefined
  readonly errors?: readonly FieldError[] | undefined
  /** What has just been done, said once at the top. */
  readonly done?: Html | undefined
  /** Room for dense tables: wider than a page meant for reading. */
  readonly wide?: boolean | undefined
  readonly children: Html
}

const Head = ({ title, wrong }: { title: string; wrong: boolean }) => (
  <head>
    <meta charSet="utf-8" />
    <title>{`${wrong ? 'Error: ' : ''}${title} - OpenPHB`}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
    <meta name="theme-color" content="#005eb8" />
    <link rel="icon" href="/assets/favicon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/assets/openphb.css" />
    <script type="module" src="/assets/openphb.js" />
  </head>
)

const PersonStrip = ({ name, details, href }: PersonShown) => (
  <aside className="app-person" aria-label="Whose record this is">
    <p className="app-person__text nhsuk-width-container">
      <strong className="app-person__name">
        {href ? <a href={href}>{<bdi>{name}</bdi>}</a> : <bdi>{name}</bdi>}
      </strong>
      {details.map(detail => (
        <span key={detail} className="app-person__detail">
          {detail}
        </span>
      ))}
    </p>
  </aside>
)

const footerLinks: readonly NavLink[] = [
  { href: '/rights/personal-health-budget', says: 'What is a personal health budget?' },
  { href: '/rights', says: 'Do I have the right?' },
  { href: '/accessibility', says: 'Accessibility statement' },
  { href: '/privacy', says: 'Privacy' },
]

const Foot = () => (
  <Footer>
    <Footer.Meta>
      <Footer.List>
        {footerLinks.map(({ href, says }) => (
          <Footer.ListItem key={href} href={href}>
            {says}
          </Footer.ListItem>
        ))}
      </Footer.List>
      <Footer.Copyright>OpenPHB is open source, under the MIT licence.</Footer.Copyright>
    </Footer.Meta>
  </Footer>
)

const Back = ({ href, says = 'Back' }: { href: string; says?: string | undefined }) => (
  <nav aria-label="Back">
    <a className="nhsuk-back-link" href={href}>
      {says}
    </a>
  </nav>
)

/** What has just been done: read out by screen readers, and first on the page. */
const Done = ({ says }: { says: Html }) => (
  <NotificationBanner success>
    <NotificationBanner.Heading>{says}</NotificationBanner.Heading>
  </NotificationBanner>
)

/**
 * A whole page: the document around what there is to show. Give it the errors of the page's forms and it says
 * so in the title and lists them at the top.
 */
export const Frame = ({ title, person, back, errors = [], done, wide, children, ...around }: FrameProps) => (
  <html lang="en-GB">
    <Head title={title} wrong={errors.length > 0} />
    <body className={classes(wide && 'app-wide')}>
      <SkipLink />
      <Header {...around} home={around.home ?? '/'} />
      {person === undefined ? null : <PersonStrip {...person} />}
      <div className="nhsuk-width-container">
        {back === undefined ? null : <Back {...back} />}
        <main className="nhsuk-main-wrapper" id="maincontent">
          {done === undefined ? null : <Done says={done} />}
          <ErrorSummary errors={errors} />
          {children}
        </main>
      </div>
      <Foot />
    </body>
  </html>
)

/** A column no wider than lines are easy to read. */
export const Reading = ({ children }: { children: Html }) => (
  <div className="nhsuk-grid-row">
    <div className="nhsuk-grid-column-two-thirds">{children}</div>
  </div>
)
