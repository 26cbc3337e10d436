import 'node:fs';
import '../../schema/values/yuan';
import '../runtime/database'; // sample-writes-files-only
