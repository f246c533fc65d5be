import { createContext } from 'preact'
import { defaultSite } from '@/lib/model/paper-links.ts'

/** Where a paper's page on Hugging Face is opened: there, or at the reader's mirror of it. */
export const Site = createContext(defaultSite)
