/** A QR code of an address as SVG, black on white in any theme: phones find no others. The library is loaded only where one is shown. */
export async function qrOf(address: string): Promise<string> {
	const { default: QRCode } = await import('qrcode');
	const svg = await QRCode.toString(address, { type: 'svg', margin: 4 });
	return svg.replace('<svg ', '<svg role="img" aria-label="QR code of the address" ').trim();
}
