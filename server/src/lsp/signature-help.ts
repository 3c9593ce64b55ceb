/** Answers `textDocument/signatureHelp`. */
import type { SignatureHelp } from 'vscode-languageserver/node';
import { signatureHelp } from '../language/features/signature-help.ts';
import type { Snapshot } from '../language/features/snapshot.ts';
import type { ClientFeatures } from './client-features.ts';
import { markup } from './markup.ts';

export function signatureAt(snapshot: Snapshot, offset: number, client: ClientFeatures): SignatureHelp | null {
  const signature = signatureHelp(snapshot, offset);
  if (signature === undefined) {
    return null;
  }
  const shown = (text: string) => markup(text, client.markdown.signature);
  return {
    signatures: [
      {
        label: signature.label,
        documentation: shown(signature.documentation),
        parameters: signature.parameters.map(({ label, documentation }) => ({ label, documentation: shown(documentation) })),
      },
    ],
    activeSignature: 0,
    activeParameter: signature.active,
  };
}
