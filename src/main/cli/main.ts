// Placeholder for the command line.
process.stderr.write('tieout: not built yet\n');
process.exitCode = 2;
