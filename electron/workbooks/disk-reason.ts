// What the system's errors mean to somebody who saves a file. Never guesses: an error that is not known here is a bug.

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is full',
  EFBIG: 'it is larger than this disk takes',
  EACCES: 'writing there is not allowed',
  EPERM: 'writing there is not allowed, or the file is open in another program',
  EBUSY: 'the file is open in another program',
  EROFS: 'this disk can only be read',
  ENOENT: 'the folder is not there',
  ENOTDIR: 'the folder is not there',
  EEXIST: 'another file has this name',
  EISDIR: 'a folder has this name',
  ENAMETOOLONG: 'its name is too long',
  EIO: 'the disk did not answer',
};

/** The reason in words that follow "it could not be written:"; null where it is none that people can do something about. */
export function diskReason(error: unknown): string | null {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return reasons[code] ?? null;
}
