import '../subgraphs/index';
import 'fast-check'; // product-needs-listed-packages
import '../test/fixture'; // product-not-to-test
