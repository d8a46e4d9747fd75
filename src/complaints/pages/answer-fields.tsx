import { Choice, Choices, DayField, TextArea, TextField } from '../../nhs/public.ts'
import { promisesAPage } from '../forms.ts'
import { outcomeSays } from '../rules/say.ts'
import { outcomes } from '../types.ts'
import { waysOf } from './fields.tsx'
import type { Seen } from './shows.ts'

const AnswerPoint = ({ number, says }: { number: number; says: string }) => (
  <>
    <h2 className="nhsuk-heading-m">Point {number}</h2>
    <p>
      <bdi>{says}</bdi>
    </p>
    <Choice
      name={`outcome-${number}`}
      label={`Answer to point ${number}`}
      ways={waysOf(outcomes, outcomeSays)}
    />
    <TextArea name={`reasons-${number}`} label={`Reasons for point ${number}`} rows={4} />
    <TextField
      name={`rules-${number}`}
      label={`Rules behind the answer to point ${number} (optional)`}
      hint="Their names, such as DP-DEC-03"
    />
  </>
)
const PromiseFields = ({ place }: { place: number }) => (
  <>
    <h3>Promise {place}</h3>
    <TextField name={`what-${place}`} label={`What will be done (${place})`} />
    <TextField name={`who-${place}`} label={`Who does it (${place})`} />
    <DayField name={`by-${place}`} label={`By when (${place})`} />
    <Choices
      name={`money-${place}`}
      label={`Is it money? (${place})`}
      hint="It is only noted here. Payments are proposed under Payments."
      ways={[{ value: 'yes', label: 'Yes' }]}
    />
  </>
)
export const AnswerFields = ({ one }: Seen) => (
  <>
    <p>
      You sign this. You are not complained of, and did not decide what it is about. The letter names the
      ombudsman.
    </p>
    {one?.points.map(point => (
      <AnswerPoint key={point.number} {...point} />
    ))}
    <h2 className="nhsuk-heading-m">What will be done</h2>
    <p>Leave out what is not needed.</p>
    {Array.from({ length: promisesAPage }, (_, place) => (
      <PromiseFields key={place} place={place + 1} />
    ))}
  </>
)
