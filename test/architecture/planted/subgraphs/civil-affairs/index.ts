import '../runtime/database';
import '../tax'; // department-not-to-department
