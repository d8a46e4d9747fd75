import { type Moment, sayMoment } from '../../kernel/days.ts'
import { Reading } from '../../nhs/public.ts'
import type { KeptMail } from '../../platform/mail.ts'
import type { Page } from '../../platform/route.ts'

/** The mail of the embedded default, which goes nowhere: read here what people would have got. */
export const mailPage = (mail: readonly KeptMail[]): Page => ({
  title: 'Mail that was kept',
  body: (
    <Reading>
      <h1>Mail that was kept</h1>
      <p>
        This is a demonstration: no message leaves it. Here is what people would have been sent, newest first.
      </p>
      {mail.length === 0 ? <p>Nothing has been sent yet.</p> : null}
      {mail.map(({ id, to, subject, body, madeAt }) => (
        <article key={id} aria-labelledby={`mail-${id}`}>
          <h2 id={`mail-${id}`} className="nhsuk-heading-m">
            {subject}
          </h2>
          <p>
            To {to}, {sayMoment(madeAt as Moment)}
          </p>
          {body.split(/\n{2,}/).map((part, place) => (
            <p key={place}>{part}</p>
          ))}
        </article>
      ))}
    </Reading>
  ),
})
