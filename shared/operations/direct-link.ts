// Links that open a page which shows the CV instead of giving the file. Never goes to the network: known by their form alone.

interface PageLink {
  /** The link that gives the file itself, where it can be told from the page's. */
  readonly link: string | null;
  readonly message: string;
}

const mayBeRefused = 'Flowmingo may not be able to read it.';
/** One cheap look first: nearly every link is none of these. */
const knownHosts =
  /^https?:\/\/(?:[a-z0-9-]+\.){0,4}(?:google|dropbox|live|1drv|sharepoint|onedrive|linkedin|icloud|box|wetransfer|we|canva|notion|indeed|xing|docsend)\./i;

/** The link's host may be one that shows a page instead of giving a file. */
export function mayShowPage(link: string): boolean {
  return knownHosts.test(link);
}

/** What is behind a link that shows a page, or null where the link seems to give a file. */
export function directLink(link: string): PageLink | null {
  if (!mayShowPage(link)) return null;
  let url: URL;
  try {
    url = new URL(link);
  } catch {
    return null;
  }
  const host = url.hostname.replace(/^www\./, '');
  const path = url.pathname;
  const isAt = (domain: string): boolean => host === domain || host.endsWith(`.${domain}`);
  if (host === 'drive.google.com') {
    const id =
      /\/file\/(?:u\/\d+\/)?d\/([\w-]+)/.exec(path)?.[1] ??
      (/^\/open\/?$/.test(path) ? url.searchParams.get('id') : null);
    if (id)
      return {
        link: `https://drive.google.com/uc?export=download&id=${id}`,
        message: `This Google Drive link shows a page, not the file, so ${mayBeRefused} Use the direct link, and share the file with anyone who has it.`,
      };
    return /\/(?:folders|drive)\//.test(path)
      ? {
          link: null,
          message: 'This Google Drive link opens a folder, not a CV. Use the link of the file itself.',
        }
      : null;
  }
  if (host === 'docs.google.com') return documentLink(path);
  if (host === 'dropbox.com') {
    if (url.searchParams.get('dl') === '1' || url.searchParams.get('raw') === '1') return null;
    const direct = new URL(link);
    direct.protocol = 'https:';
    direct.searchParams.set('dl', '1');
    return {
      link: direct.href,
      message: `This Dropbox link shows a page, not the file, so ${mayBeRefused} Use the direct link.`,
    };
  }
  if (
    isAt('sharepoint.com') ||
    host === 'onedrive.live.com' ||
    host === '1drv.ms' ||
    host === 'onedrive.com'
  ) {
    if (/[?&]download=1|\/download\b/i.test(url.search + path)) return null;
    return {
      link: null,
      message: `This OneDrive or SharePoint link shows a page, not the file, so ${mayBeRefused} Use a link that downloads the file.`,
    };
  }
  if (isAt('linkedin.com'))
    return {
      link: null,
      message:
        'This is a LinkedIn page, not a CV, and Flowmingo cannot read it. Use the link of a file, or leave it empty.',
    };
  if (isAt('xing.com') || isAt('indeed.com'))
    return {
      link: null,
      message:
        'This is a profile page, not a CV file, and Flowmingo may not be able to read it. Use the link of a file, or leave it empty.',
    };
  const isShared =
    (isAt('box.com') && /^\/(?:s|file)\//.test(path)) ||
    (isAt('icloud.com') && /^\/iclouddrive\//.test(path)) ||
    isAt('wetransfer.com') ||
    host === 'we.tl' ||
    isAt('canva.com') ||
    isAt('notion.so') ||
    isAt('notion.site') ||
    isAt('docsend.com');
  return isShared
    ? {
        link: null,
        message: `This link shows a page, not the file, so ${mayBeRefused} Use a link that downloads the file.`,
      }
    : null;
}

/** How Google gives a document, a presentation and a spreadsheet as a PDF. */
const pdfOf: Readonly<Record<string, string>> = {
  document: 'export?format=pdf',
  presentation: 'export/pdf',
  spreadsheets: 'export?format=pdf',
};

function documentLink(path: string): PageLink | null {
  const [, kind = '', id = '', rest = ''] =
    /^\/(document|presentation|spreadsheets)\/(?:u\/\d+\/)?d\/([\w-]+)\/?(.*)$/.exec(path) ?? [];
  if (kind === '' || rest.startsWith('export')) return null;
  // `/d/e/2PACX-…/pub`: published as a page, and its id is another one.
  return {
    link: id === 'e' ? null : `https://docs.google.com/${kind}/d/${id}/${pdfOf[kind] ?? ''}`,
    message: `This Google Docs link shows a page, not a file, so ${mayBeRefused} Use the link that gives a PDF.`,
  };
}
