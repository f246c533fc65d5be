import { defineConfig } from 'wxt'
import { firstPaintPages, minifyFirstPaint } from './first-paint-page.ts'
import { htmlIsText } from './html-is-text.ts'
import { packTexts } from './pack-texts.ts'
import { leaveNewTabAlone } from './toolbar-page.ts'

/** Pages run our own script and style only, and show no picture but those that are stored here. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  // Its own files are for the hidden page of WebDAV, which reads its texts from them.
  "connect-src 'self' https: http:",
  "base-uri 'none'",
].join('; ')

/**
 * The scripts of the first paint in two files instead of a dozen, since each file costs some
 * milliseconds: `core`, which the background needs too, and `view`, which all pages share.
 * Loaded after the paint: `store`, the database with all that needs it, `search`, the views of
 * searching, `send`, handing papers on, `hands`, what keyboard and pointer do in every list, and
 * `shelf`, what is saved with the keys and the names of settings; `page` is of the popup and the
 * background, which read the addresses of papers; `popup-page` is drawn ahead by a new tab. What is
 * in two groups is of the first.
 */
const chunks = [
  // What sets formulas is loaded when one is shown, and indices when a text may have one.
  { name: 'temml', test: /[\\/]temml[\\/]|[\\/]lib[\\/]math[\\/]|[\\/]tex[\\/]Formula/ },
  { name: 'tex', test: /[\\/]model[\\/]tex[\\/](?!may-hold)|[\\/]tex[\\/]TexRuns/ },
  {
    name: 'search',
    test: /[\\/]components[\\/](search[\\/]|Key\.)|[\\/]model[\\/](search-operators|keys)\.ts/,
  },
  {
    name: 'send',
    test: /[/](components|lib)[/]send[/]|[/]sources[/](zotero|hub-collections)\.ts/,
  },
  {
    name: 'page',
    test: /components[\\/](PagePaper|Appeared)|[\\/]model[\\/](paper-address|partial-date|is-paper-id|(read-)?arxiv-id|tab-title)\.ts|open-page\.ts|[\\/]sources[\\/](page-tags|text)\.ts|[\\/]lib[\\/](host-leave|format-day)\.ts/,
  },
  {
    name: 'cite',
    test: /[\\/]components[\\/]cite[\\/]|[\\/]Cite(Paper|Focused)\.tsx|[\\/]model[\\/]citation\.ts/,
  },
  // What writes citations is loaded when something is cited.
  { name: 'citations', test: /[\\/]library[\\/]cite[\\/]/ },
  // Shown before the database is there: not with what is loaded for it.
  {
    name: 'row',
    test: /[\\/]model[\\/](card|join-notes|shelf-row)\.ts|[\\/]lib[\\/]citation-label\.ts/,
  },
  {
    name: 'store',
    test: /[\\/]dexie[\\/]|[\\/]lib[\\/](db|front-page|library(?![\\/](bring-in|backup))|search)[\\/]|sync-library[\\/]alarm|policy\.ts|choose-appearance\.ts|[\\/]lib[\\/](errors|messages|look|read-endpoint|model[\\/](back-off|keep-paper|library-state|look-up|page-paper|paper|picture|placeholder|search-index|stamp))\.ts/,
  },
  {
    name: 'palette',
    test: /[\\/]palette[\\/](?!listen)|[\\/](model[\\/](palette|fuzzy|period-in)|state[\\/](palette|find-papers))\.ts|PaletteOfNewTab/,
  },
  // For the few who turn them on, and for the first day.
  {
    name: 'strip',
    test: /[\\/](components[\\/](TopSites|WebSearch)|strip[\\/]Own|state[\\/](top-sites|web-search))/,
  },
  {
    name: 'controls',
    test: /[\\/]components[\\/](settings[\\/](?![a-z-]+\.ts)|FirstSteps|first-steps)|OwnFirstSteps|[\\/]lib[\\/](model[\\/]find-words|change-settings)\.ts/,
  },
  {
    name: 'hands',
    test: /[\\/]components[\\/](keep-focus|roving-focus|drag-out|SyncDetails|UndoToast)\.tsx?|newtab[\\/](name-the-tab|scroll-memory)\.ts/,
  },
  {
    name: 'shelf',
    test: /[\\/]components[\\/](shelf[\\/]|ConfirmDialog|settings[\\/][a-z-]+\.ts)|newtab[\\/](keyboard|keys[\\/]|KeysOfNewTab|SavedView|BinView|PaperPanel|keep-actions|list-selection|first-saved)|state[\\/](shelf-to-come|drawn)\.ts|model[\\/](markdown|row-heights|selection)\.ts/,
  },
  {
    name: 'popup-page',
    test: /[\\/](entrypoints[\\/]popup[\\/](?!main)[\w-]+|components[\\/]PaperRow|state[\\/]popup)\.tsx?$/,
  },
  {
    name: 'view',
    test: /[\\/]@?preact[\\/]|[\\/]components[\\/](?!PaperRow|PaperPage|library)|newtab[\\/](NewTabPage|ContentView|Stepper|describe-empty|unfold|later-views|search-typing|page-title|strip[\\/]Strip)|first-paint[\\/]shown-texts|preload-helper|[\\/]state[\\/](appearance|new-tab|page-content|feed-status|steps|search|describe-hits)\.ts/,
  },
  {
    name: 'core',
    test: /wxt-(html-)?plugins|@wxt-dev[\\/]|wxt[\\/]dist[\\/]browser|[\\/]lib[\\/](model[\\/]|[\w-]+\.ts)/,
  },
]

const firstPaint = firstPaintPages()

export default defineConfig({
  // The texts, from locales/ into the browsers' own format.
  modules: ['@wxt-dev/i18n/module'],
  // Every import is written out, so that a reader and a test can follow it.
  imports: false,
  manifestVersion: 3,
  hooks: {
    'build:publicAssets'(_wxt, files) {
      minifyFirstPaint(files)
      packTexts(files)
    },
    'build:manifestGenerated'(wxt, manifest) {
      // WXT takes the title of the popup's page, which is in no language.
      if (manifest.action) manifest.action.default_title = '__MSG_manifest_actionTitle__'
      leaveNewTabAlone(manifest, wxt.config.mode)
      const policy = manifest.content_security_policy as { extension_pages?: string } | undefined
      const hashes = firstPaint.styleHashes()
      if (!policy?.extension_pages || hashes.length === 0) return
      const styles = `$& ${hashes.join(' ')}`
      policy.extension_pages = contentSecurityPolicy.replace("style-src 'self'", styles)
    },
  },
  vite: ({ command }) => ({
    // In development the pages' modules and styles come from the server.
    plugins: [...(command === 'build' ? [firstPaint.plugin] : []), htmlIsText()],
    build: {
      modulePreload: {
        polyfill: false,
        // Of later chunks the styles alone: lists of their scripts would be read before the paint.
        resolveDependencies: (_file, needed, { hostType }) =>
          hostType === 'html' ? needed : needed.filter((name) => name.endsWith('.css')),
      },
      // They have light-dark() and nesting: what stands for these elsewhere is long.
      cssTarget: ['chrome126', 'firefox140'],
      rolldownOptions: {
        output: { codeSplitting: { groups: chunks, includeDependenciesRecursively: false } },
      },
    },
  }),
  targetBrowsers: ['chrome', 'firefox'],
  manifest: ({ browser, command }) => ({
    name: '__MSG_manifest_name__',
    description: '__MSG_manifest_description__',
    default_locale: 'en',
    // For hidden pages, one to sync a WebDAV folder, one to draw the next new tab ahead: Firefox
    // needs no leave for them.
    permissions: [
      ...['storage', 'alarms', 'unlimitedStorage', 'activeTab', 'scripting', 'contextMenus'],
      ...(browser === 'firefox' ? [] : ['offscreen']),
    ],
    host_permissions: ['https://huggingface.co/*'],
    // Asked for when what needs them is turned on: a file every week where there is no picker for
    // folders, and what a new tab can show besides papers.
    optional_permissions: ['downloads', 'topSites', 'search'],
    // What is kept would be kept of a private window, too; and Firefox gives such a window a
    // database of its own, in which what is saved would be lost.
    incognito: 'not_allowed',
    // Asked for one host at a time: a mirror that needs it, arXiv for a paper that only it has, a
    // WebDAV folder.
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    omnibox: { keyword: 'pb' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+Y' } },
      'save-paper': {
        suggested_key: { default: 'Alt+Shift+S' },
        description: '__MSG_manifest_savePaper__',
      },
    },
    // The dev server needs its own script and socket.
    ...(command === 'build' && {
      content_security_policy: { extension_pages: contentSecurityPolicy },
    }),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'paperboy@paperboy.example',
              strict_min_version: '140.0',
              // Asked for with a WebDAV folder and with a token: lib/data-consent.ts.
              data_collection_permissions: {
                required: ['none'],
                optional: ['authenticationInfo', 'websiteContent'],
              },
            },
            // There is no new tab to show papers on; the version is the first with these keys.
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : { minimum_chrome_version: '126' }),
  }),
})
