import type { ReactNode } from 'react'

const icon = (name: string, path: string): ReactNode => (
  <svg
    className={`nhsuk-icon nhsuk-icon--${name}`}
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 24 24"
    width="16"
    height="16"
    focusable="false"
    aria-hidden="true"
  >
    <path d={path} />
  </svg>
)

/** The icons of nhsuk-frontend that our own markup needs; drawn for the eye only. */
export const icons = {
  search: icon(
    'search',
    [
      'm20.7 18.9-4.1-4.1a7 7 0 1 0-1.4 1.4l4 4.1a1 1 0 0 0 1.5 0c.4-.4.4-1 0-1.4ZM6 10.6a5 5 0 ',
      '1 1 10 0 5 5 0 0 1-10 0Z',
    ].join(''),
  ),
  left: icon(
    'arrow-left',
    [
      'M10.7 6.3c.4.4.4 1 0 1.4L7.4 11H19a1 1 0 0 1 0 2H7.4l3.3 3.3c.4.4.4 1 0 1.4a1 1 0 0 1-1.4 ',
      '0l-5-5A1 1 0 0 1 4 12c0-.3.1-.5.3-.7l5-5a1 1 0 0 1 1.4 0Z',
    ].join(''),
  ),
  right: icon(
    'arrow-right',
    [
      'm14.7 6.3 5 5c.2.2.3.4.3.7 0 .3-.1.5-.3.7l-5 5a1 1 0 0 1-1.4-1.4l3.3-3.3H5a1 1 0 0 1 ',
      '0-2h11.6l-3.3-3.3a1 1 0 1 1 1.4-1.4Z',
    ].join(''),
  ),
  user: icon(
    'user',
    [
      'M12 1a11 11 0 1 1 0 22 11 11 0 0 1 0-22Zm0 2a9 9 0 0 0-5 16.5V18a4 4 0 0 1 4-4h2a4 4 0 0 ',
      '1 4 4v1.5A9 9 0 0 0 12 3Zm0 3a3.5 3.5 0 1 1-3.5 3.5A3.4 3.4 0 0 1 12 6Z',
    ].join(''),
  ),
}
