<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
    <#if section = "header">
        ${msg(enrolls?string("posternChooseToEnroll", "posternChoose"))}
    <#elseif section = "form">
        <form id="postern-factors" action="${url.loginAction}" method="post">
            <#list factors as factor>
                <div class="${properties.kcFormGroupClass!}">
                    <button class="${properties.kcButtonClass!} ${properties.kcButtonDefaultClass!} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}"
                            type="submit" name="postern-factor" value="${factor}">${msg("posternFactor-" + factor)}</button>
                </div>
            </#list>
        </form>
    </#if>
</@layout.registrationLayout>
