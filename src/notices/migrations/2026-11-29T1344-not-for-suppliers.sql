-- Letters to a person, and which were sent how, are not for those who only supply them (V-53).
select access.not_for_suppliers('notices.notice');
select access.not_for_suppliers('notices.delivery');
