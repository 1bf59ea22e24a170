// A server that does nothing but answer "ok": what the machine, Node and the load itself take.
import { createServer } from 'node:http';

const server = createServer((req, res) => {
	req.resume().on('end', () => res.end('ok'));
});
server.listen(Number(process.env['PORT']), '127.0.0.1', () => console.log('Ready'));
