// Loaded into a server before its own code (`node --import`), by the benches only: tells how much memory it takes, and
// moves its clock.
const real = Date.now;
let movedMillis = 0;
Date.now = () => real() + movedMillis;

process.on('message', (message: { movedMillis: number }) => {
	movedMillis = message.movedMillis;
});
process.on('disconnect', () => process.exit()); // its bench was broken off
setInterval(() => process.send?.({ rss: process.memoryUsage.rss() }), 200).unref();
process.channel?.unref();
