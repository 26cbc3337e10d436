import 'node:fs'; // engine-is-pure
import '../../../schema/values/yuan';
