/** What a file that is brought in may have once unpacked (MB): more than any library. */
export const largestFileMb = 256
