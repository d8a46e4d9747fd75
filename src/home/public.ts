// The door of `home`: the start pages. Nothing uses it; it stands last but one.
export { startPage } from './pages/public-pages.tsx'
