import '../eligibility/engine/outcome';
import '../tax'; // verification-to-rules-only
