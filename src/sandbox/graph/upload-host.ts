/** Where upload sessions and downloads live: another host than Graph, reached without a token. `.example` is never a real one. */
export const uploadHost = 'upload.sandbox.example';
