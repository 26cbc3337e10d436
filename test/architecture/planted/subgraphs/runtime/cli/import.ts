import '../../index';
import '../../tax'; // command-line-reads-the-list
