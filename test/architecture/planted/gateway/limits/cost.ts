import './depth';
