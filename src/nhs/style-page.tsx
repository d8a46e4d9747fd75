import type { ReactElement } from 'react'
import { Frame, type Surroundings } from './frame.tsx'

/** One component in one state. The name is a sentence part: `Table without rows`. */
export type Example = { readonly name: string; readonly element: ReactElement }

const idOf = (name: string): string => `example-${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`

const Contents = ({ examples }: { examples: readonly Example[] }) => (
  <nav aria-label="Examples">
    <ul className="nhsuk-list app-contents">
      {examples.map(({ name }) => (
        <li key={name}>
          <a href={`#${idOf(name)}`}>{name}</a>
        </li>
      ))}
    </ul>
  </nav>
)

const Shown = ({ name, element }: Example) => (
  <section className="app-example" aria-labelledby={idOf(name)}>
    <h2 className="nhsuk-heading-m" id={idOf(name)}>
      {name}
    </h2>
    {element}
  </section>
)

/**
 * What the page `/style` holds: every component and page state, for those who build pages and for the tests.
 */
export const StyleExamples = ({ examples }: { examples: readonly Example[] }) => (
  <>
    <h1 className="nhsuk-heading-xl">Style</h1>
    <p className="nhsuk-body-l">Every component and page state, with invented people from Millbrook.</p>
    <Contents examples={examples} />
    {examples.map(example => (
      <Shown key={example.name} {...example} />
    ))}
  </>
)

/** The same as a whole document, for tests of the components by themselves. */
export const StylePage = ({
  examples,
  ...around
}: Surroundings & { readonly examples: readonly Example[] }) => (
  <Frame title="Style" {...around} wide>
    <StyleExamples examples={examples} />
  </Frame>
)
