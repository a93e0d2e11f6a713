import { read } from './browser-reading';

globalThis.onmessage = ({ data: [base64, name] }: MessageEvent<[string, string]>) => {
  void read(base64, name).then((answer) => globalThis.postMessage(answer));
};
