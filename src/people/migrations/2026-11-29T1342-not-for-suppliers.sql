-- A supplier knows whom it works for by name. Who else helps that person is not theirs to know (V-53).
select access.not_for_suppliers('people.relationship');
select access.not_for_suppliers('people.invitation');
