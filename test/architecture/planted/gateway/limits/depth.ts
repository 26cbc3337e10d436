import './cost'; // no-cycle
