<#import "template.ftl" as layout>
<@layout.emailLayout>
<p>${kcSanitize(msg("posternCodeBody", code, minutes))?no_esc}</p>
</@layout.emailLayout>
