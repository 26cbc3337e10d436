import '../tax'; // runtime-names-no-department
