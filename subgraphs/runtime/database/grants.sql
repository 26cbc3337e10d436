-- The departments' user makes the databases of the prefix `household_` by itself, and reaches no others.
GRANT ALL ON `household\_%`.* TO 'household'@'%';
