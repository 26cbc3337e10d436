import './civil-affairs';
