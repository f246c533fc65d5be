/** Given names from many places; the accents are there on purpose. */
export const givenNames: readonly string[] = [
  ...['Adaeze', 'Amélie', 'Anouk', 'Bartłomiej', 'Björn', 'Caoimhe', 'Chiara', 'Davit', 'Emeka'],
  ...['Farida', 'Gaël', 'Hana', 'Haruki', 'Ilse', 'Inês', 'Jürgen', 'Kalinda', 'Lakshmi', 'Linnéa'],
  ...['Mateo', 'Meiling', 'Mihai', 'Nadia', 'Ngozi', 'Noor', 'Oisín', 'Pavel', 'Qiaoyu', 'Rasmus'],
  ...[
    'Reza',
    'Rozálie',
    'Sanjana',
    'Sefa',
    'Søren',
    'Tamar',
    'Tomás',
    'Ulrike',
    'Wanjiru',
    'Xinran',
  ],
  ...['Yael', 'Yoonseo', 'Zofia', 'Zhenhao', 'Minh', 'Aroha', 'Dagný', 'Kofi', 'Leila', 'Ruben'],
]

/** Surnames made up for this sample, so that no paper is put in a real person's mouth. */
export const surnames: readonly string[] = [
  ...['Abrandil', 'Achterholm', 'Bellaroux', 'Brzelik', 'Castroverde-Luz', 'Chaudwani', 'Dahlvik'],
  ...['Delacroisie', 'Eberstrand', 'Elharidi', 'Fairlough', 'Fjellmo', 'Gantsereg', 'Grünfelder'],
  ...['Halvgaard', 'Hoshimori', 'Ibáñero', 'Iyengaram', 'Jankolovic', 'Kaldmäe', 'Katsuragawa'],
  ...['Kettlewick', 'Krohnsbach', 'Lindqvarn', 'Lozanero', 'Marchetelli', 'Mbekani', 'Nakatomori'],
  ...['Novotnák', 'Nwachuku-Obi', 'Oduyale', 'Okwundi', 'Østerlund-Vik', 'Pemberlow', 'Petrosvili'],
  ...['Quanlu', 'Quintarela', 'Rahmanzad', 'Rautavesi', 'Rosenquell', 'Sakellis', 'Shenwei'],
  ...['Silvamonte', 'Szalontay', 'Tanimbar', 'Thorvaldur', 'Tranberg', 'Umeadi', 'Varnholt'],
  ...['Vesterling', 'Wainthorpe', 'Weißbacher', 'Xuanming', 'Yarimoto', 'Yilmazer', 'Zelenovik'],
]

export const organizationNames: readonly string[] = [
  'Amberline Research',
  'Atelier for Spoken Language',
  'Cobalt Harbour Lab',
  'College of Applied Inference, Westmarch',
  'Fenwater University',
  'Halden Valley Institute of Technology',
  'Institute for Learning Systems Tarnhaven',
  'Kestrel Point Robotics',
  'Lantern Street Collective',
  'Northlight Computing Centre',
  'Open Almanac Project',
  'Palisade Vision Group',
  'Polytechnic of Três Rios',
  'School of Quantitative Sciences, Ōkawa',
  'Sundial Intelligence',
  'University of Marrow Bay',
]

const firstHalves = [
  ...['Alder', 'Birch', 'Bramble', 'Cinder', 'Clover', 'Copper', 'Drift', 'Ember', 'Fern', 'Flint'],
  ...['Grove', 'Hazel', 'Heron', 'Juniper', 'Lark', 'Loom', 'Moss', 'Ochre', 'Pebble', 'Quill'],
  ...['Reed', 'Sable', 'Sorrel', 'Tallow', 'Thistle', 'Umber', 'Vesper', 'Willow', 'Yarrow'],
]
const secondHalves = [
  ...['brook', 'cairn', 'crest', 'fall', 'gate', 'lock', 'mere', 'moor', 'ridge', 'shaw'],
  ...['stead', 'thorpe', 'wharf', 'wick'],
]

/** Names for systems and data sets, each different: the word by which a test finds its paper. */
export const coinages: readonly string[] = firstHalves.flatMap((first) =>
  secondHalves.map((second) => first + second),
)
